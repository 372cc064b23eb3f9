//! Every page with sample data, in every language and from right to left: that it renders, says everything in words that
//! exist, and holds the rules of markup.

mod browse;
mod console;
mod every;
mod register;
mod sample;
mod tests;
