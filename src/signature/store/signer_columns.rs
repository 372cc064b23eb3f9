//! The columns that hold what a signer typed, said once for the two tables that have them: `pending_signatures` and
//! `signature_details`.

/// A row of these columns of one table, read and changed as a whole.
macro_rules! signer_columns {
    ($row:ident of $table:ident) => {
        signer_columns! { $row of $table: role, affiliation, place, postcode, country }
    };
    ($row:ident of $table:ident: $($field:ident),*) => {
        #[derive(Queryable, Selectable, AsChangeset)]
        #[diesel(table_name = $table, treat_none_as_null = true)]
        pub(super) struct $row {
            name: String,
            email: String,
            $($field: Option<String>,)*
            replies: Option<String>,
            wants_updates: bool,
            visibility: i16,
        }

        impl From<&Signer> for $row {
            fn from(signer: &Signer) -> Self {
                let [$($field),*] = signer.fields.clone().into_array();
                Self {
                    name: signer.name.clone(),
                    email: signer.email.clone(),
                    $($field,)*
                    replies: signer.replies.stored(),
                    wants_updates: signer.wants_updates,
                    visibility: signer.visibility.number(),
                }
            }
        }

        impl $row {
            /// Who typed it; which of several organizations, and which partner, they let write is told apart.
            pub(super) fn signer(
                self,
                opted_in_to: Vec<Id<Founder>>,
                opted_in_partner: Option<Id<Source>>,
            ) -> Signer {
                Signer {
                    name: self.name,
                    email: self.email,
                    fields: FieldMap::new([$(self.$field),*]),
                    replies: Replies::read(self.replies.as_deref()),
                    wants_updates: self.wants_updates,
                    opted_in_to,
                    opted_in_partner,
                    visibility: Visibility::from_number(self.visibility),
                }
            }
        }
    };
}

/// [`insert_rows`](crate::insert_rows) with these columns behind the others; the last expression is the signer of a row.
macro_rules! insert_signers {
    (
        $tx:expr, $name:literal, $table:ident, for $one:ident in $rows:expr, $signer:expr,
        { $($columns:tt)* } $($then:tt)*
    ) => {
        $crate::insert_rows!(
            $tx, $name, $table, for $one in $rows,
            {
                $($columns)*
                name: Text = $signer.name.as_str(),
                email: Text = $signer.email.as_str(),
                role: Nullable<Text> = $signer.fields[SignerField::Role].as_deref(),
                affiliation: Nullable<Text> = $signer.fields[SignerField::Affiliation].as_deref(),
                place: Nullable<Text> = $signer.fields[SignerField::Place].as_deref(),
                postcode: Nullable<Text> = $signer.fields[SignerField::Postcode].as_deref(),
                country: Nullable<Text> = $signer.fields[SignerField::Country].as_deref(),
                replies: Nullable<Text> = $signer.replies.stored(),
                wants_updates: Bool = $signer.wants_updates,
                visibility: SmallInt = $signer.visibility.number(),
            } $($then)*
        )
    };
}

pub(super) use {insert_signers, signer_columns};
