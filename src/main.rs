//! The program: hands over to `cli::run`.

fn main() {}
