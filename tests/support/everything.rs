//! Every address of the program with something real in its places, from the table that serves them.

use super::visitor::Visitor;
use super::world::World;
use undersigned::petition::Kind;
use undersigned::routes::{Route, TABLE};

/// A world with a petition, somebody whose signature waits and somebody who is counted.
pub struct Everything {
    pub waiting: Visitor,
    check: String,
    link: String,
    asset: String,
}

impl Everything {
    /// Makes them.
    pub async fn of(world: &World) -> Self {
        let petition = world.petition(Kind::Letter).await;
        let mut waiting = world.visitor();
        waiting.signs(&petition, "Sam", "sam@example.org").await;
        let check = waiting.path().to_owned();
        let link = waiting.reads_mail().await.link();
        let page = world.visitor().gets("/en/p/open-letter").await.page();
        let asset = page.attribute("link[rel=stylesheet]", "href");
        Self {
            waiting,
            check,
            link,
            asset: asset.expect("a stylesheet"),
        }
    }

    /// A path of this route that leads somewhere, if anything of its kind is there.
    pub fn path(&self, route: &Route) -> String {
        let token = |of: &str| of.rsplit('/').next().unwrap_or_default().to_owned();
        let path = route.path.replace("{lang:[a-z]{2,3}}", "en");
        let path = path.replace("{slug}", "open-letter");
        let token = if path.contains("/check/") {
            token(&self.check)
        } else {
            token(&self.link)
        };
        let path = path.replace("{token}", &token);
        let path = path.replace("{name}", &token_of_asset(&self.asset));
        path.replace("{id}", "0193b3a5-0000-7000-8000-000000000000")
    }

    /// All routes that answer this method.
    pub fn routes(method: &str) -> impl Iterator<Item = &'static Route> {
        TABLE.iter().filter(move |route| route.method == method)
    }
}

fn token_of_asset(asset: &str) -> String {
    asset.rsplit('/').next().unwrap_or_default().to_owned()
}
