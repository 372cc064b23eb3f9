-- POST /api/v2/petitions/{id}/signatures, each time somebody else, from elsewhere and with another token: wrk ... -- PETITION FIRST FILE,
-- where FILE has a token a line
require("report")

local tokens, at, petition, n = {}, 0, nil, 0

function init(args)
  petition, n = args[1], tonumber(args[2])
  for line in io.lines(args[3]) do
    tokens[#tokens + 1] = line
  end
end

-- Every number another /24, as a limit per network asks for; the last number is of no meaning.
local function source(x)
  return string.format("%d.%d.%d.7", 1 + math.floor(x / 65536) % 120, math.floor(x / 256) % 256, x % 256)
end

function request()
  n, at = n + 1, at % #tokens + 1
  local body = string.format(
    '{"person":{"given_name":"Ada","family_name":"Castro","email_addresses":[{"address":"ada.castro%d@example.org","status":"subscribed"}],'
      .. '"custom_fields":{"role":"Professor of Law","affiliation":"Lakeshore University"}}}', n)
  return string.format(
    "POST /api/v2/petitions/%s/signatures HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: %s\r\nOSDI-API-Token: %s\r\n"
      .. "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
    petition, source(n), tokens[at], #body, body)
end
