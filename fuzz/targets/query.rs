#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| (signin_lens_fuzz::QUERY.run)(input));
