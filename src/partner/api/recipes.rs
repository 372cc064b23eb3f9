//! The lines that the page for programs shows, to be pasted as they are: how clients of Action Network are told of this site, and a form for
//! a page of a partner's own.

/// parsons keeps its base address in a module.
pub(super) fn parsons(base: &str) -> String {
    format!(
        "import parsons.action_network.action_network\nparsons.action_network.action_network.API_URL = \"{base}\""
    )
}

/// osdi for Python is told where it looks.
pub(super) fn osdi(base: &str) -> String {
    format!(
        "from osdi.action_network.service import ActionNetworkService\nservice = ActionNetworkService(\"{base}\", token)"
    )
}

/// A petition list from the command line.
pub(super) fn curl(base: &str) -> String {
    format!("curl -H \"OSDI-API-Token: $TOKEN\" \"{base}/petitions\"")
}

/// Stands in [`own_form`] where the id of a petition belongs.
pub(super) const PETITION: &str = "PETITION";

/// A form for a "Custom HTML" block of WordPress, and for any page that may hold a script. No empty line, no `&` and no `<` in its script:
/// WordPress makes other things of those.
pub(super) fn own_form(base: &str) -> String {
    OWN_FORM.replace("BASE", base)
}

const OWN_FORM: &str = r#"<form id="sign-here">
  <p><label>Name<br><input name="person" autocomplete="name" required></label></p>
  <p><label>Email<br><input name="address" type="email" autocomplete="email" required></label></p>
  <p><button>Sign</button></p>
  <p role="status"></p>
</form>
<script>
  document.getElementById('sign-here').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    const say = (words) => { form.querySelector('[role=status]').textContent = words; };
    button.disabled = true;
    say('');
    try {
      const person = { given_name: form.elements.person.value, email_addresses: [{ address: form.elements.address.value }] };
      const answer = await fetch('BASE/petitions/PETITION/signatures', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person, referrer_data: { website: location.href } }),
      });
      const told = await answer.json();
      const wrong = (told.errors || [{ detail: told.error }]).map((one) => one.detail).join(' ');
      say(answer.ok ? 'Almost done: press Confirm in the letter that we have sent you.' : wrong);
      if (answer.ok) form.reset();
    } catch {
      say('It could not be sent. Please try again.');
    }
    button.disabled = false;
  });
</script>"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordpress_leaves_the_form_as_it_is() {
        let form = own_form("https://example.org/api/v2");
        let (_, script) = form.split_once("<script>").unwrap();
        let (script, _) = script.split_once("</script>").unwrap();
        assert!(!form.contains("\n\n"));
        assert!(!script.contains(['&', '<']), "{script}");
        assert!(script.contains(&format!("/api/v2/petitions/{PETITION}/signatures")));
    }
}
