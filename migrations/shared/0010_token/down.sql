drop table api_requests;
drop table api_token_petitions;
drop table api_tokens;
