//! Names. Put together from what people are called in many places; whoever bears one of them by chance is not meant.

use super::dice::Dice;

/// How the parts of a name stand.
enum Order {
    /// Given name, family name.
    GivenFirst,
    /// Given name, the father's family name, the mother's.
    TwoFamilies,
    /// Family name, given name.
    FamilyFirst,
    /// The same without a blank between.
    FamilyFirstJoined,
    /// The given name is all of it.
    Whole,
}

struct Names {
    /// How many of a hundred signers have one of these.
    share: u64,
    order: Order,
    /// How many of a hundred of them sign in Spanish.
    spanish: u64,
    given: &'static [&'static str],
    family: &'static [&'static str],
}

/// Shares add up to a hundred.
const NAMES: &[Names] = &[
    Names {
        share: 30,
        order: Order::GivenFirst,
        spanish: 2,
        given: &[
            "Alice",
            "Amara",
            "Ben",
            "Bea",
            "Caleb",
            "Dana",
            "Delphine",
            "Eli",
            "Esme",
            "Fiona",
            "Grace",
            "Hank",
            "Imani",
            "Iris",
            "Jonah",
            "Keisha",
            "Laurel",
            "Malik",
            "Maeve",
            "Nell",
            "Owen",
            "Priscilla",
            "Quentin",
            "Rosalind",
            "Ruth",
            "Silas",
            "Tamsin",
            "Theo",
            "Wendell",
            "Zora",
        ],
        family: &[
            "Abernathy",
            "Baptiste",
            "Birdsong",
            "Brightwater",
            "Castellan",
            "Cole-Whitaker",
            "Dunmore",
            "Ellery",
            "Fairweather",
            "Feld",
            "Gant",
            "Hargrove",
            "Hollis",
            "Isaksen",
            "Jessup",
            "Kirkland",
            "Lovelace-Boyd",
            "Marchetti",
            "Merriweather",
            "Nakai",
            "O’Donovan",
            "Okafor-Reed",
            "Pell",
            "Quimby",
            "Redfern",
            "St. John",
            "Swann",
            "Tidewell",
            "Vance",
            "Yazzie",
        ],
    },
    Names {
        share: 24,
        order: Order::TwoFamilies,
        spanish: 62,
        given: &[
            "Adriana",
            "Álvaro",
            "Ana Sofía",
            "Beatriz",
            "Camilo",
            "Dolores",
            "Emiliano",
            "Esperanza",
            "Fernanda",
            "Gael",
            "Iñaki",
            "Jimena",
            "José Luis",
            "Lourdes",
            "Lucía",
            "María José",
            "Marisol",
            "Mateo",
            "Nicolás",
            "Noemí",
            "Paloma",
            "Ramón",
            "Rocío",
            "Santiago",
            "Ximena",
            "Yolanda",
        ],
        family: &[
            "Acevedo",
            "Álvarez",
            "Arriaga",
            "Bautista",
            "Cárdenas",
            "de la Cruz",
            "Echeverría",
            "Escobedo",
            "Fuentes",
            "Ibáñez",
            "Lozano",
            "Marín",
            "Montoya",
            "Núñez",
            "Ocampo",
            "Pacheco",
            "Peñaloza",
            "Quiñones",
            "Rentería",
            "Saldívar",
            "Trujillo",
            "Ureña",
            "Valdivia",
            "Villaseñor",
            "Xiu",
            "Zambrano",
        ],
    },
    Names {
        share: 3,
        order: Order::GivenFirst,
        spanish: 0,
        given: &[
            "Folasade",
            "Oluwaseun",
            "Temitọpẹ",
            "Adébísí",
            "Yẹmisi",
            "Kayode",
        ],
        family: &[
            "Adébáyọ̀",
            "Balogun",
            "Ogunleye",
            "Akinwande",
            "Fashola-Price",
        ],
    },
    Names {
        share: 3,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Adaeze", "Chinedu", "Ifeoma", "Ngozi", "Obinna", "Uchenna"],
        family: &["Chukwuemeka", "Eze", "Nwachukwu", "Okonjo", "Umeh"],
    },
    Names {
        share: 2,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Efua", "Kwame", "Yaw", "Abena", "Kofi"],
        family: &["Agyeman", "Boateng", "Mensah", "Owusu-Ansah", "Asante"],
    },
    Names {
        share: 9,
        order: Order::Whole,
        spanish: 0,
        given: &[
            "Agnieszka Brzęczyszewska",
            "Łukasz Kowalczyk",
            "Katarzyna Dąbrowska",
            "Björn Þórsson",
            "Dagný Þórsdóttir",
            "Çağla Yılmaz",
            "Ömer Îşbilir",
            "Élodie Lefèvre",
            "François D’Amboise",
            "Maëlys Le Goff",
            "Jürgen Fähnrich",
            "Anneliese Grünewald",
            "Mădălina Ionescu",
            "Ștefan Țurcanu",
            "Nuno da Conceição",
            "Inês Magalhães",
            "Saoirse Ní Dhomhnaill",
            "Ciarán Ó Súilleabháin",
            "Søren Ørsted-Bak",
            "Freja Nørgaard",
            "Vítězslav Řezníček",
            "Žofie Dvořáčková",
            "Zoltán Szabó",
            "Réka Kőszegi",
            "Lotte van der Meulen",
            "Pieter-Jan ’t Hooft",
            "Sinéad Mac Giolla Bhríde",
            "Ljubica Đorđević",
            "Živa Šuštar",
            "Ēriks Bērziņš",
            "Rūta Žukauskaitė",
            "Aino Mäkelä",
        ],
        family: &[],
    },
    Names {
        share: 7,
        order: Order::FamilyFirst,
        spanish: 0,
        given: &[
            "Thị Mai",
            "Minh Đức",
            "Phương Thảo",
            "Quốc Anh",
            "Thu Hà",
            "Văn Lâm",
        ],
        family: &["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi"],
    },
    Names {
        share: 2,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Gurpreet", "Harleen", "Jaspreet", "Manvir", "Simran"],
        family: &["Brar", "Dhaliwal", "Gill", "Sandhu"],
    },
    Names {
        share: 2,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Farzana", "Nusrat", "Sumaiya", "Tanvir", "Mahfuz"],
        family: &["Akter", "Chowdhury", "Hossain", "Rahman"],
    },
    Names {
        share: 2,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Ananya", "Karthik", "Kavitha", "Vikram", "Meenakshi"],
        family: &["Iyer", "Nair", "Subramanian", "Venkataraman"],
    },
    Names {
        share: 1,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Dolma", "Nima", "Pasang", "Tenzin"],
        family: &["Gurung", "Lama", "Sherpa", "Tamang"],
    },
    Names {
        share: 2,
        order: Order::FamilyFirstJoined,
        spanish: 0,
        given: &["美玲", "志明", "雅婷", "建国", "思远", "晓燕"],
        family: &["陈", "李", "黄", "林", "欧阳", "郑"],
    },
    Names {
        share: 2,
        order: Order::FamilyFirstJoined,
        spanish: 0,
        given: &["さくら", "健太", "結衣", "美咲", "大輔"],
        family: &["佐藤", "高橋", "小林", "渡辺", "長谷川"],
    },
    Names {
        share: 2,
        order: Order::FamilyFirstJoined,
        spanish: 0,
        given: &["서연", "민준", "하윤", "지훈", "은서"],
        family: &["김", "이", "박", "최", "남궁"],
    },
    Names {
        share: 3,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["ليلى", "يوسف", "فاطمة", "عمر", "نور", "سلمى"],
        family: &["الحدّاد", "المصري", "بن يحيى", "الخوري", "عبد الرحمن"],
    },
    Names {
        share: 1,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["مریم", "داریوش", "سارا", "نگین"],
        family: &["رضایی", "کریمی", "تهرانی", "موسوی‌نژاد"],
    },
    Names {
        share: 1,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["נועה", "אבי", "תמר", "יונתן"],
        family: &["בן־דוד", "לוי", "אברמוב", "שטרן"],
    },
    Names {
        share: 2,
        order: Order::GivenFirst,
        spanish: 0,
        given: &["Олена", "Дмитро", "Оксана", "Тарас", "Зоя", "Марко"],
        family: &["Коваленко", "Шевчук", "Бондаренко", "Гаврилюк", "Лысенко"],
    },
    Names {
        share: 2,
        order: Order::Whole,
        spanish: 0,
        given: &[
            "Ελένη Παπαδάκη",
            "Νίκος Ιωάννου",
            "ሳራ ተስፋዬ",
            "ዮናስ ወልደማርያም",
            "ანა ბერიძე",
            "Անահիտ Պետրոսյան",
            "प्रिया शर्मा",
            "आरव देशपांडे",
            "আয়েশা হোসেন",
            "கவிதா முருகன்",
            "สมหญิง ใจดี",
            "ລັດສະໝີ ພົມມະຈັນ",
        ],
        family: &[],
    },
];

/// Names that no rule would make: one word, many words, titles, marks that stand alone.
const OWN: &[&str] = &[
    "Wulandari",
    "María de los Ángeles Guadalupe Fernández-Villaverde y Ruiz de Apodaca",
    "Dr. Katarzyna Zawadzka-Hall",
    "Kealiʻikauaʻi Kahananui-Kealoha",
    "Ng",
    "Prof. emer. Ingeborg Freifrau von der Osten-Wackerbarth",
    "ʔəlíləm̓ Sparrow",
    "Sister Mary Perpetua",
    "José Ángel “Pepe” Cantú Jr.",
    "Venkatanarasimharajuvaripeta Subramaniam",
    "أ.د. هالة بنت عبد العزيز المنصوري",
    "Xóchitl Citlalli",
    "d’Artagnan M’Baye",
    "Sukhdev",
    "J. R. Okonkwo III",
    "山田　花子",
    "Abu Bakr ibn Yusuf al-Qurtubi",
    "Þorgerður",
];

/// A name, and whether its bearer signs in Spanish.
pub(super) fn name(dice: &mut Dice) -> (String, bool) {
    if dice.falls(4) {
        let own = dice.pick(OWN);
        return (own.to_owned(), false);
    }
    let mut place = dice.below(100);
    let of = NAMES.iter().find(|names| {
        let is_here = place < names.share;
        place = place.saturating_sub(names.share);
        is_here
    });
    let Some(names) = of else {
        return (dice.pick(OWN).to_owned(), false);
    };
    let (given, family) = (dice.pick(names.given), dice.pick(names.family));
    let name = match names.order {
        Order::GivenFirst => format!("{given} {family}"),
        Order::TwoFamilies if dice.falls(70) => {
            format!("{given} {family} {}", dice.pick(names.family))
        }
        Order::TwoFamilies => format!("{given} {family}"),
        Order::FamilyFirst => format!("{family} {given}"),
        Order::FamilyFirstJoined => format!("{family}{given}"),
        Order::Whole => given.to_owned(),
    };
    (name, dice.falls(names.spanish))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::PersonName;

    #[test]
    fn every_name_can_be_signed_with() {
        assert_eq!(NAMES.iter().map(|names| names.share).sum::<u64>(), 100);
        let mut dice = Dice::new(3);
        let made = (0..4_000).map(|_| name(&mut dice).0);
        for name in made.chain(OWN.iter().map(|own| (*own).to_owned())) {
            assert!(PersonName::parse(&name).is_ok(), "{name}");
        }
    }
}
