//! Ids as tokens: what stands in a link, without anything of it standing in the database.
//!
//! An id is one block of 128 bits, so AES-128 under a secret key turns it into a token of 128 bits
//! and back. A token made up by somebody else opens to a random id, and hits one of a million
//! existing ones once in 2^108 tries. A copy of the database opens nothing: the key is not in it.
//! Nothing has to be stored, hashed or indexed, and a mail sent again carries the same link.
//! Tokens of one purpose do not open for another: each purpose has its own key.

use super::secrets::Key;
use super::token::Token;
use crate::base::id::Id;
use aes::Aes128;
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};

/// Makes tokens of ids for one purpose, and ids of tokens.
#[derive(Clone)]
pub struct IdCipher(Aes128);

impl IdCipher {
    /// The seal of a purpose; its key is the first half of the given one.
    #[must_use]
    pub fn new(key: &Key) -> Self {
        let mut half = [0_u8; 16];
        for (to, from) in half.iter_mut().zip(key.as_bytes()) {
            *to = *from;
        }
        Self(Aes128::new(&half.into()))
    }

    /// The token of an id.
    #[must_use]
    pub fn close<T>(&self, id: Id<T>) -> Token {
        let mut block = (*id.as_bytes()).into();
        self.0.encrypt_block(&mut block);
        Token::from_bytes(block.into())
    }

    /// The id of a token; of a token that was never made, some id that does not exist.
    #[must_use]
    pub fn open<T>(&self, token: &Token) -> Id<T> {
        let mut block = (*token.as_bytes()).into();
        self.0.decrypt_block(&mut block);
        Id::from_bytes(block.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Secrets, Time};

    #[derive(Debug)]
    struct Boat;

    #[test]
    fn opens_what_it_closed_and_nothing_of_another_purpose() {
        let secrets = Secrets::for_test();
        let (confirm, check) = (
            IdCipher::new(&secrets.key("confirm")),
            IdCipher::new(&secrets.key("check")),
        );
        let id: Id<Boat> = Id::new(Time::from_micros(1_800_000_000_000_000));
        let token = confirm.close(id);
        assert_eq!(confirm.open::<Boat>(&token), id);
        assert_ne!(check.open::<Boat>(&token), id);
        assert_ne!(token.as_bytes(), id.as_bytes());
    }

    #[test]
    fn neighbours_do_not_look_alike() {
        let seal = IdCipher::new(&Secrets::for_test().key("confirm"));
        let one = seal.close(Id::<Boat>::from_bytes([0; 16]));
        let mut next = [0; 16];
        next[15] = 1;
        let two = seal.close(Id::<Boat>::from_bytes(next));
        let same = one
            .as_bytes()
            .iter()
            .zip(two.as_bytes())
            .filter(|(a, b)| a == b)
            .count();
        assert!(same < 5, "{same} of 16 bytes are equal");
    }
}
