//! What signers do and where: roles and affiliations, in English and Spanish.

use super::dice::Dice;

/// People of one kind: what they call themselves, and where one finds them.
struct Walk {
    /// How many of a hundred signers of the letter.
    share: u64,
    english: &'static [&'static str],
    spanish: &'static [&'static str],
    places: &'static [&'static str],
}

/// Shares add up to a hundred.
const WALKS: &[Walk] = &[
    Walk {
        share: 38,
        english: &[
            "Law student",
            "2L",
            "3L",
            "JD candidate",
            "Law student, immigration clinic",
            "LLM student",
        ],
        spanish: &[
            "Estudiante de derecho",
            "Pasante de la clínica jurídica",
            "Estudiante de maestría",
        ],
        places: LAW_SCHOOLS,
    },
    Walk {
        share: 20,
        english: &[
            "Law librarian",
            "Reference librarian",
            "Library assistant",
            "Archivist",
            "Access services",
        ],
        spanish: &[
            "Servicios de biblioteca",
            "Especialista en referencia",
            "Archivista",
        ],
        places: &[
            "Eastside Public Library",
            "Harlow Law Library",
            "Merton County Law Library",
            "Ridgemont Public Library",
            "Biblioteca Popular Los Almendros",
            "Calder Bay City Archives",
        ],
    },
    Walk {
        share: 20,
        english: &[
            "Immigration attorney",
            "Public defender",
            "Staff attorney",
            "Paralegal",
            "Clinic director",
            "Legal aid volunteer",
        ],
        spanish: &[
            "Asesoría en inmigración",
            "Defensa pública",
            "Asistente legal",
            "Voluntariado de asesoría legal",
        ],
        places: &[
            "Puente Claro",
            "Ridgemont Public Defender",
            "Calder Bay Immigrant Defense",
            "Legal Aid of Northfold",
            "Clínica Jurídica San Telmo",
            "",
        ],
    },
    Walk {
        share: 9,
        english: &[
            "Professor of law",
            "Associate professor",
            "Adjunct lecturer",
            "Clinical professor",
        ],
        spanish: &["Docente de derecho constitucional", "Docente titular"],
        places: LAW_SCHOOLS,
    },
    Walk {
        share: 8,
        english: &[
            "Software engineer",
            "Data engineer",
            "Security researcher",
            "Designer",
        ],
        spanish: &["Ingeniería de software", "Analista de datos"],
        places: &["", "", "Northwind Robotics", "Tidepool Data Cooperative"],
    },
    Walk {
        share: 5,
        english: &[
            "Court interpreter",
            "Social worker",
            "Teacher",
            "Retired judge",
            "Nurse",
            "Pastor",
        ],
        spanish: &[
            "Intérprete judicial",
            "Trabajo social",
            "Docente",
            "Enfermería",
        ],
        places: &[
            "",
            "Eastside High School",
            "Ridgemont General Hospital",
            "Merton Superior Court",
        ],
    },
];

/// Where law is studied and taught.
const LAW_SCHOOLS: &[&str] = &[
    "Harlow University School of Law",
    "Merton School of Law",
    "Ridgemont College of Law",
    "University of Calder Bay",
    "Universidad del Valle Sereno",
];

/// Where the students' pledge is taken.
pub(super) const CAMPUSES: &[&str] = &[
    "Harlow University School of Law",
    "Merton School of Law",
    "Ridgemont College of Law",
    "University of Calder Bay",
    "Northfold State University",
    "Universidad del Valle Sereno",
    "Harlow University",
    "Merton Institute of Technology",
];

/// What somebody does, and where; either may stay empty, as people leave it.
pub(super) fn walk_of_life(dice: &mut Dice, is_spanish: bool) -> (Option<String>, Option<String>) {
    let mut place = dice.below(100);
    let of = WALKS.iter().find(|walk| {
        let is_here = place < walk.share;
        place = place.saturating_sub(walk.share);
        is_here
    });
    let Some(walk) = of else {
        return (None, None);
    };
    let role = dice.pick(if is_spanish {
        walk.spanish
    } else {
        walk.english
    });
    let affiliation = dice.pick(walk.places);
    (filled(dice, role, 82), filled(dice, affiliation, 78))
}

/// A campus, as so many of a hundred fill it in.
pub(super) fn campus(dice: &mut Dice) -> Option<String> {
    let campus = dice.pick(CAMPUSES);
    filled(dice, campus, 86)
}

/// Where somebody lives who rides Ridgemont's trains.
pub(super) fn district(dice: &mut Dice) -> &'static str {
    dice.pick(DISTRICTS)
}

const DISTRICTS: &[&str] = &[
    "Ridgemont",
    "Ridgemont Heights",
    "Calder Bay",
    "Northfold",
    "San Telmo",
    "Merton",
];

fn filled(dice: &mut Dice, text: &str, percent: u64) -> Option<String> {
    (dice.falls(percent) && !text.is_empty()).then(|| text.to_owned())
}
