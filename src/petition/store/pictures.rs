//! Pictures of petitions in the database. What pages are made of is read without their bytes.

use crate::base::{Id, Lang, Time};
use crate::both;
use crate::db::schema::{
    petition_picture_files as f, petition_picture_texts as t, petition_pictures as p,
};
use crate::db::{Conn, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::picture::{
    CurrentPicture, MadePicture, PetitionPicture, PictureFile, PictureText,
};
use crate::web::pictures::name::PictureHash;
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = p)]
struct PictureRow {
    petition_id: Id<Petition>,
    revision: i64,
    small_sha256: Option<String>,
    small_width: Option<i32>,
    small_height: Option<i32>,
    large_sha256: Option<String>,
    large_width: Option<i32>,
    large_height: Option<i32>,
}

fn file(sha256: Option<String>, width: Option<i32>, height: Option<i32>) -> Option<PictureFile> {
    Some(PictureFile {
        hash: PictureHash(sha256?),
        width: width?,
        height: height?,
    })
}

/// With its texts; one in a language that cannot be read is as good as none.
fn read(conn: &mut Conn, row: PictureRow) -> Result<CurrentPicture> {
    let small = file(row.small_sha256, row.small_width, row.small_height);
    let large = file(row.large_sha256, row.large_width, row.large_height);
    let picture = match small.zip(large) {
        Some((small, large)) => Some(PetitionPicture {
            small,
            large,
            texts: texts(conn, row.petition_id)?,
        }),
        None => None,
    };
    Ok(CurrentPicture {
        revision: row.revision,
        picture,
    })
}

fn texts(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<PictureText>> {
    let rows = t::table
        .filter(t::petition_id.eq(petition))
        .order(t::lang)
        .select((t::lang, t::alt, t::credit, t::caption))
        .load::<(String, String, String, String)>(conn)?;
    let one = |(lang, alt, credit, caption): (String, _, _, _)| {
        Some(PictureText {
            lang: Lang::parse(&lang).ok()?,
            alt,
            credit,
            caption,
        })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

/// The picture a petition has.
pub fn find(conn: &mut Conn, petition: Id<Petition>) -> Result<CurrentPicture> {
    let row = p::table
        .find(petition)
        .select(PictureRow::as_select())
        .first::<PictureRow>(conn)
        .optional()?;
    match row {
        Some(row) => read(conn, row),
        None => Ok(CurrentPicture::default()),
    }
}

/// The pictures that moved at `since` or later (see [`Changes`](crate::db::Changes)), those that were taken off too.
pub(crate) fn since(conn: &mut Conn, since: i64) -> Result<Vec<(Id<Petition>, CurrentPicture)>> {
    let rows = p::table
        .filter(p::moved.ge(since))
        .select(PictureRow::as_select())
        .load::<PictureRow>(conn)?;
    let each = rows.into_iter().map(|row| {
        let petition = row.petition_id;
        Ok((petition, read(conn, row)?))
    });
    each.collect()
}

/// The bytes of this name, if the petition has them.
pub fn bytes(
    conn: &mut Conn,
    petition: Id<Petition>,
    hash: &PictureHash,
) -> Result<Option<Vec<u8>>> {
    let found = f::table.find((petition, hash.0.as_str())).select(f::jpeg);
    Ok(found.first::<Vec<u8>>(conn).optional()?)
}

/// Puts a picture in the place of what there was, if that still is of `revision`; false, and nothing is written, when somebody was
/// quicker.
pub fn put(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    (made, said): (&MadePicture, &[PictureText]),
    revision: i64,
    now: Time,
) -> Result<bool> {
    let (small, large) = (&made.small, &made.large);
    let files = (
        p::small_sha256.eq(Some(small.file.hash.0.as_str())),
        p::small_width.eq(Some(small.file.width)),
        p::small_height.eq(Some(small.file.height)),
        p::large_sha256.eq(Some(large.file.hash.0.as_str())),
        p::large_width.eq(Some(large.file.width)),
        p::large_height.eq(Some(large.file.height)),
    );
    let stamp = (p::revision.eq(revision + 1), p::changed_at.eq(now));
    let written = match revision {
        0 => both!(tx, |c| diesel::insert_into(p::table)
            .values((p::petition_id.eq(petition), files, stamp))
            .on_conflict(p::petition_id)
            .do_nothing()
            .execute(c))?,
        _ => {
            let there = p::table.find(petition).filter(p::revision.eq(revision));
            diesel::update(there)
                .set((files, stamp))
                .execute(&mut **tx)?
        }
    };
    if written == 0 {
        return Ok(false);
    }
    diesel::delete(f::table.filter(f::petition_id.eq(petition))).execute(&mut **tx)?;
    for one in [small, large] {
        let row = (
            f::petition_id.eq(petition),
            f::sha256.eq(&one.file.hash.0),
            f::jpeg.eq(&one.jpeg),
        );
        // Where it has no more pixels than phones are given, both are the same.
        both!(tx, |c| diesel::insert_into(f::table)
            .values(row)
            .on_conflict((f::petition_id, f::sha256))
            .do_nothing()
            .execute(c))?;
    }
    say(tx, petition, said)?;
    Ok(true)
}

/// Says something else of the picture that there is, if that still is of `revision`; false, and nothing is written, when somebody was
/// quicker.
pub fn retell(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    said: &[PictureText],
    revision: i64,
    now: Time,
) -> Result<bool> {
    let there = p::table.find(petition).filter(p::revision.eq(revision));
    let written = diesel::update(there.filter(p::small_sha256.is_not_null()))
        .set((p::revision.eq(revision + 1), p::changed_at.eq(now)))
        .execute(&mut **tx)?;
    if written == 1 {
        say(tx, petition, said)?;
    }
    Ok(written == 1)
}

fn say(tx: &mut Tx<'_>, petition: Id<Petition>, said: &[PictureText]) -> Result<()> {
    diesel::delete(t::table.filter(t::petition_id.eq(petition))).execute(&mut **tx)?;
    for text in said {
        diesel::insert_into(t::table)
            .values((
                t::petition_id.eq(petition),
                t::lang.eq(text.lang.as_str()),
                t::alt.eq(&text.alt),
                t::credit.eq(&text.credit),
                t::caption.eq(&text.caption),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Deletes the picture with everything that was said of it, if there is one.
pub fn take_off(tx: &mut Tx<'_>, petition: Id<Petition>, now: Time) -> Result<()> {
    let there = p::table
        .find(petition)
        .filter(p::small_sha256.is_not_null());
    diesel::update(there)
        .set((
            p::small_sha256.eq(None::<String>),
            p::small_width.eq(None::<i32>),
            p::small_height.eq(None::<i32>),
            p::large_sha256.eq(None::<String>),
            p::large_width.eq(None::<i32>),
            p::large_height.eq(None::<i32>),
            p::revision.eq(p::revision + 1),
            p::changed_at.eq(now),
        ))
        .execute(&mut **tx)?;
    diesel::delete(f::table.filter(f::petition_id.eq(petition))).execute(&mut **tx)?;
    diesel::delete(t::table.filter(t::petition_id.eq(petition))).execute(&mut **tx)?;
    Ok(())
}
