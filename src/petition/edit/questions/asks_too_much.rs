//! Questions that no form asks (privacy rule G10): telephone numbers, dates of birth, numbers of papers, and whether somebody may be in
//! the country. Whoever holds them can hurt people, and no list of names needs them.

use crate::base::fold;

/// The sentence that refuses, and what it refuses: folded, in English, Spanish, French and Portuguese. A word also stands for its plural.
const REFUSED: [(&str, &[&str]); 4] = [
    (
        "error-question-phone",
        &[
            "phone",
            "telephone",
            "cellphone",
            "mobile number",
            "cell number",
            "whatsapp",
            "tel",
            "telefono",
            "celular",
            "numero movil",
            "numero de movil",
            "tu movil",
            "su movil",
            "numero de portable",
            "votre portable",
            "ton portable",
            "telefone",
            "telemovel",
        ],
    ),
    (
        "error-question-birth",
        &[
            "birth date",
            "birthdate",
            "date of birth",
            "day of birth",
            "year of birth",
            "birth year",
            "birthday",
            "dob",
            "were you born",
            "fecha de nacimiento",
            "ano de nacimiento",
            "cumpleanos",
            "cuando naciste",
            "cuando nacio",
            "date de naissance",
            "annee de naissance",
            "data de nascimento",
            "ano de nascimento",
            "data de aniversario",
        ],
    ),
    (
        "error-question-identity",
        &[
            "passport",
            "id number",
            "identity number",
            "identity card",
            "id card",
            "national id",
            "student id",
            "social security",
            "ssn",
            "driver s license",
            "driver s licence",
            "drivers license",
            "driving licence",
            "tax id",
            "tax number",
            "insurance number",
            "dni",
            "numero de nie",
            "tu nie",
            "su nie",
            "pasaporte",
            "cedula",
            "curp",
            "seguridad social",
            "numero de identidad",
            "documento de identidad",
            "numero de documento",
            "carnet de identidad",
            "licencia de conducir",
            "passeport",
            "carte d identite",
            "piece d identite",
            "securite sociale",
            "numero fiscal",
            "permis de conduire",
            "cpf",
            "rg",
            "cnh",
            "passaporte",
            "carteira de identidade",
            "documento de identidade",
            "numero de identidade",
            "titulo de eleitor",
        ],
    ),
    (
        "error-question-immigration",
        &[
            "immigration status",
            "residence status",
            "residency status",
            "legal status",
            "visa status",
            "type of visa",
            "visa type",
            "your visa",
            "green card",
            "residence permit",
            "citizenship",
            "nationality",
            "a citizen",
            "you undocumented",
            "situacion migratoria",
            "estatus migratorio",
            "estado migratorio",
            "condicion migratoria",
            "situacion legal",
            "permiso de residencia",
            "ciudadania",
            "nacionalidad",
            "eres indocumentado",
            "eres indocumentada",
            "es indocumentado",
            "es indocumentada",
            "tienes papel",
            "tiene papel",
            "tipo de visa",
            "tu visa",
            "su visa",
            "titre de sejour",
            "permis de sejour",
            "statut migratoire",
            "statut d immigration",
            "nationalite",
            "citoyennete",
            "situacao migratoria",
            "status migratorio",
            "estatuto migratorio",
            "cidadania",
            "nacionalidade",
            "autorizacao de residencia",
            "titulo de residencia",
            "tipo de visto",
            "seu visto",
        ],
    ),
];

/// Why this may not be asked, as a words key.
#[must_use]
pub(crate) fn refused(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_said = |phrase: &str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        let mut places = words.windows(phrase.len());
        places.any(|place| {
            place
                .iter()
                .zip(&phrase)
                .all(|(word, of)| is_word(word, of))
        })
    };
    let mut all = REFUSED.iter();
    all.find(|(_, phrases)| phrases.iter().any(|phrase| is_said(phrase)))
        .map(|(key, _)| *key)
}

fn is_word(word: &str, of: &str) -> bool {
    word.strip_prefix(of)
        .is_some_and(|rest| matches!(rest, "" | "s" | "es"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hurts_is_refused_in_four_languages() {
        for (text, key) in [
            ("Your phone number", "phone"),
            ("TELEPHONES", "phone"),
            ("Número de teléfono", "phone"),
            ("Celulares", "phone"),
            ("Votre numéro de téléphone ?", "phone"),
            ("Telefone", "phone"),
            ("WhatsApp", "phone"),
            ("Tél.", "phone"),
            ("Date of birth", "birth"),
            ("When were you born?", "birth"),
            ("Fecha de nacimiento", "birth"),
            ("Date de naissance", "birth"),
            ("Data de nascimento", "birth"),
            ("Passport-number", "identity"),
            ("Driver’s license", "identity"),
            ("DNI", "identity"),
            ("Número de cédula", "identity"),
            ("Pièce d’identité", "identity"),
            ("CPF", "identity"),
            ("ＰＡＳＳＰＯＲＴ", "identity"),
            ("Immigration status?", "immigration"),
            ("Are you a citizen?", "immigration"),
            ("¿Cuál es tu situación migratoria?", "immigration"),
            ("¿Tienes papeles?", "immigration"),
            ("Titre de séjour", "immigration"),
            ("Situação migratória", "immigration"),
        ] {
            assert_eq!(
                refused(text),
                Some(format!("error-question-{key}")).as_deref(),
                "{text}"
            );
        }
    }

    #[test]
    fn what_people_may_be_asked_is_not() {
        for text in [
            "Do you teach with one of these databases?",
            "How has immigration enforcement changed your campus?",
            "Which department are you in?",
            "¿En qué ciudad trabajas?",
            "Nie wiem",
            "Telling others",
            "How many students do you teach?",
            "Quelle est votre identité visuelle ?",
            "Ha visto el documento",
            "Rights and regulations",
            "",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
    }
}
