//! Story: organizers say how long details are kept, and cannot make it longer once somebody was told.

use crate::console::petitions::{begins, dated, publishes};
use crate::support::organizer::Answer;
use crate::support::signers::petition;
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::petition::edit::part::EditPart;
use undersigned::web::urls;

fn with<'a>(page: &'a Answer, keeps: &'a str) -> Vec<(&'static str, &'a str)> {
    let mut fields = dated(page);
    fields.push(("keeps_for", keeps));
    fields
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_is_not_made_longer_behind_anybodys_back() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        let edit = urls::edit_part(id, &EditPart::Dates);
        let slug = crate::console::petitions::SLUG;
        let months = async || {
            petition(&world.app().db, slug)
                .await
                .settings
                .keeps_for
                .months()
        };
        assert_eq!(months().await, 6, "there always is a day");
        for wrong in ["", "0", "25", "for ever", "<b>6</b>"] {
            let page = ana.gets(&edit).await;
            let again = ana.presses(&page, &edit, &with(&page, wrong)).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            let shown = wrong.replace('<', "&#60;").replace('>', "&#62;");
            let value = format!("name=\"keeps_for\" type=\"text\" value=\"{shown}\"");
            for kept in ["Enter a whole number of months from 1 to 24", &value] {
                assert!(again.body.contains(kept), "{kept} in {}", again.body);
            }
        }
        let page = ana.gets(&edit).await;
        assert!(
            page.body
                .contains("once this is published you can only shorten it")
        );
        let longer = ana.presses(&page, &edit, &with(&page, "9")).await;
        assert_eq!(longer.status, StatusCode::SEE_OTHER, "{}", longer.body);
        assert_eq!(months().await, 9, "a draft has promised nothing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_once_it_is_published() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let edit = urls::edit_part(id, &EditPart::Dates);
        let slug = crate::console::petitions::SLUG;
        let months = async || {
            petition(&world.app().db, slug)
                .await
                .settings
                .keeps_for
                .months()
        };
        let tries = [
            ("7", 422, 6),
            ("4", 303, 4),
            ("6", 422, 4),
            ("5", 422, 4),
            ("4", 303, 4),
        ];
        for (typed, status, stands) in tries {
            let page = ana.gets(&edit).await;
            assert!(page.body.contains("You can shorten it but not lengthen it"));
            let answer = ana.presses(&page, &edit, &with(&page, typed)).await;
            assert_eq!(answer.status.as_u16(), status, "{typed}: {}", answer.body);
            if status == 422 {
                let said = "as many months as now or fewer";
                assert!(answer.body.contains(said), "{}", answer.body);
            }
            assert_eq!(months().await, stands, "{typed}");
        }
        // nor by moving the end: the day that was told may come sooner, never later
        let ends = [
            ("2027-01-11", "4", 422),
            ("2027-01-11", "3", 303),
            ("", "1", 422),
            ("2026-12-11", "3", 303),
            ("2027-01-11", "3", 422),
        ];
        for (closes_on, keeps, status) in ends {
            let page = ana.gets(&edit).await;
            let mut fields = with(&page, keeps);
            for field in &mut fields {
                match field.0 {
                    "closes_on" => field.1 = closes_on,
                    "closes_time" if closes_on.is_empty() => field.1 = "",
                    _ => {}
                }
            }
            let answer = ana.presses(&page, &edit, &fields).await;
            assert_eq!(
                answer.status.as_u16(),
                status,
                "{closes_on}: {}",
                answer.body
            );
            if status == 422 {
                let said = "Choose an earlier last day, or fewer months";
                assert!(answer.body.contains(said), "{}", answer.body);
            }
        }
        // a form that was open before there was this field
        let page = ana.gets(&edit).await;
        let saved = ana.presses(&page, &edit, &dated(&page)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(months().await, 3);
        let shown = world.browser().gets(&format!("/p/{slug}")).await;
        assert!(
            shown
                .body
                .contains("keeps your details until March 11, 2027.")
        );
    })
    .await;
}
