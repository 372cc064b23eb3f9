-- POST /p/bench/sign, or the form of a frame, each time by somebody else from elsewhere: wrk ... -- STAMP FIRST [PATH]
require("report")

local stamp, n, path

function init(args)
  stamp, n, path = args[1], tonumber(args[2]), args[3] or "/p/bench/sign"
end

-- Every number another /24, as a limit per network asks for; the last number is of no meaning.
local function source(x)
  return string.format("%d.%d.%d.7", 1 + math.floor(x / 65536) % 120, math.floor(x / 256) % 256, x % 256)
end

function request()
  n = n + 1
  local body = string.format(
    "name=Ada+Castro&email=ada.castro%d%%40example.org&role=Professor+of+Law&affiliation=Lakeshore+University"
      .. "&updates=yes&public=detail&via=&token=%s", n, stamp)
  return string.format(
    "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: %s\r\n"
      .. "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
    path, source(n), #body, body)
end
