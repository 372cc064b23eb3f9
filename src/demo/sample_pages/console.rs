//! The console's layout and the bare one, with a bit of everything that a console page is made of.

use askama::Template;

use super::sample::{LONG_NAME, Sample};
use crate::petition::page::pages::Progress;
use crate::web::page::{Errors, Frame, Menu, MenuGroup, MenuItem};
use crate::words::Words;

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "kit/console.html" %}
{% import "kit/parts.html" as kit %}
{% import "petition/page/progress.html" as parts %}
{% block content %}
<div class="top">
  <div><h1>Court records should be free to read</h1><p><span class="tag ok">Live</span> since 3 November. <span class="tag wait">Waiting</span> <span class="tag held">Held</span></p></div>
  <div class="acts"><a class="btn quiet" href="/">View page</a> <a class="btn grave" href="/">Close</a> <a class="btn" href="/">Share</a></div>
</div>
<section class="waiting" aria-labelledby="waiting"><h2 id="waiting">Waiting for you</h2><ul><li><span>6 things to read</span> <a href="/">Read them</a></li><li><span>41 signatures held out of the count</span> <a href="/">Check the group</a></li></ul></section>
<dl class="figures">
  <div><dt>Counted</dt><dd class="v">3,214</dd><dd><span class="up">+312</span> since yesterday</dd></div>
  <div><dt>Waiting for email</dt><dd class="v">418</dd><dd>88% confirm</dd></div>
  <div><dt>Said yes to email</dt><dd class="v">1,896</dd><dd>59% of counted</dd></div>
</dl>
<div class="two">
  <section class="card" aria-labelledby="chart"><div class="card-top"><h2 id="chart">Per day</h2><nav class="segments" aria-label="Range"><a href="/">7 days</a><a href="/" aria-current="true">All</a></nav></div>
    <div class="chart" role="img" aria-label="Bar chart. 96 on 3 November, 312 today so far.">
      <div class="y" aria-hidden="true"><span>500</span><span>250</span><span>0</span></div>
      <svg viewBox="0 0 1000 200" preserveAspectRatio="none" aria-hidden="true"><line x1="0" x2="1000" y1="0" y2="0"/><line x1="0" x2="1000" y1="200" y2="200"/><rect class="bar" x="10" y="120" width="400" height="80"/><rect class="today" x="510" y="40" width="400" height="160"/></svg>
      <div class="x" aria-hidden="true"><span>3 Nov</span><span>today so far</span></div>
    </div>
    <details class="tbl"><summary>Show as a table</summary><table class="num"><thead><tr><th scope="col">Day</th><th scope="col">Counted</th></tr></thead><tbody><tr><th scope="row">3 Nov</th><td>96</td></tr></tbody></table></details></section>
  <section class="card" aria-labelledby="goal"><h2 id="goal">Goal</h2>{% call parts::progress(w, progress, "signed-html") %}{% endcall %}</section>
</div>
<section class="card" aria-labelledby="latest"><div class="card-top"><h2 id="latest">Latest signatures</h2>
  <form class="find" role="search" aria-label="Signers" action="/"><label class="vh" for="q">Find a signer</label><input class="input" id="q" type="search" name="q"><button type="submit" class="btn quiet">Find</button></form></div>
  <ul class="chips"><li><a href="/" aria-current="true">Counted 3,214</a></li><li><a href="/">Held 41</a></li></ul>
  <table class="stack"><thead><tr><th scope="col">Name</th><th scope="col">Status</th><th scope="col">Signed</th></tr></thead><tbody><tr><td><span class="nm"><bdi dir="auto">{{ name }}</bdi></span><span class="af">Law student</span></td><td><span class="tag ok">Counted</span></td><td>4 min ago</td></tr></tbody></table>
  <nav class="pager" aria-label="Pages"><a href="/">Earlier</a><a href="/">Later</a></nav></section>
<form class="card fields narrow" method="post" action="/">
  {%- call kit::errors_box(w, errors) %}{% endcall %}
  {%- call kit::field(w, errors, "slug", "text", "Address", "As in court-records", false, "", "") %}{% endcall %}
  {%- call kit::area(w, errors, "body", "Text", "", true, "one\ntwo", "8", "") %}{% endcall %}
  {%- call kit::yes_no(w, errors, "open", "Open now?", "It can be closed again.", None::<bool>) %}{% endcall %}
  <div class="acts"><button type="submit" class="btn">Save</button></div>
</form>
{% endblock %}"##
)]
struct Console<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    progress: Progress,
    name: &'a str,
    errors: Errors,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "kit/bare.html" %}
{% import "kit/parts.html" as kit %}
{% block content %}
<h1>{{ w.say("console-sign-in") }}</h1>
<form class="fields" method="post" action="/" novalidate>
  {%- call kit::errors_box(w, errors) %}{% endcall %}
  {%- call kit::field(w, errors, "email", "email", w.say("console-email"), "", false, "", " autocomplete=\"username\"") %}{% endcall %}
  {%- call kit::field(w, errors, "password", "password", w.say("console-password"), "", false, "", " autocomplete=\"current-password\"") %}{% endcall %}
  <button type="submit" class="btn">{{ w.say("console-sign-in") }}</button>
</form>
{% endblock %}"##
)]
struct Bare<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    errors: Errors,
}

impl<'a> Sample<'a> {
    pub(crate) fn layouts(&'a self) -> Vec<(&'static str, String)> {
        let item = |label: &str, number: Option<&str>, is_current| MenuItem {
            label: label.to_owned(),
            href: "/organize".to_owned(),
            number: number.map(str::to_owned),
            is_current,
        };
        let menu = Menu {
            groups: vec![MenuGroup {
                title: "Court records".to_owned(),
                items: vec![
                    item("Overview", None, true),
                    item("Signatures", Some("3,632"), false),
                ],
            }],
            person: LONG_NAME.to_owned(),
            sign_out: "/organize/sign-out".to_owned(),
            token: "t".to_owned(),
        };
        let console = Console {
            frame: self.frame("Overview").with_menu(menu),
            w: self.w,
            progress: self.progress(3_214),
            name: LONG_NAME,
            errors: Errors::none().with("slug", self.w.say("error-slug-shape")),
        };
        let bare = Bare {
            frame: self.frame(self.w.say("console-sign-in")),
            w: self.w,
            errors: Errors::none().with("email", self.w.say("error-sign-in")),
        };
        vec![
            ("console", console.render().unwrap()),
            ("bare", bare.render().unwrap()),
        ]
    }
}
