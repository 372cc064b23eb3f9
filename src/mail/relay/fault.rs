//! How a try to hand over a message can fail: where, and what it means.

/// How far the conversation had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Finding and reaching the relay; for captured mail, the folder.
    Connect,
    /// Its greeting and the answer to EHLO.
    Greeting,
    /// STARTTLS and the handshake.
    Tls,
    /// User name and password.
    Auth,
    /// MAIL FROM: who sends.
    Mail,
    /// RCPT TO: who receives.
    Rcpt,
    /// DATA, before the message itself.
    Data,
    /// The message and the relay's last word on it.
    Body,
}

/// What a failed try means for the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Later, perhaps: greylisting, a full queue, a network that was away.
    Transient,
    /// Never, for this message.
    Permanent,
    /// Our sending is not welcome (reputation, authentication of the domain): the recipient is not
    /// to blame, the operator must look.
    Policy,
    /// The relay does not take our user name and password: nothing can be sent until somebody looks.
    Auth,
    /// The message was handed over and the answer never came: it may have been sent.
    Ambiguous,
}

/// The second and third number of a status such as `5.1.1` (RFC 3463); the first agrees with the
/// reply code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enhanced {
    /// 1 the mailbox's name, 2 its state, 7 policy, ...
    pub subject: u16,
    /// What exactly.
    pub detail: u16,
}
