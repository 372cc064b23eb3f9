-- POST /c/{token}, each link once: wrk ... -- FILE FIRST, where FILE has a token and a nonce a line
require("report")

local forms, at, n = {}, 0, 0

function init(args)
  n = tonumber(args[2])
  for line in io.lines(args[1]) do
    forms[#forms + 1] = line
  end
end

local function source(x)
  return string.format("%d.%d.%d.7", 1 + math.floor(x / 65536) % 120, math.floor(x / 256) % 256, x % 256)
end

function request()
  n, at = n + 1, at + 1
  local form = forms[at]
  if not form then -- all are confirmed: the run ends early, and its own duration is told
    wrk.thread:stop()
    form = forms[#forms]
  end
  local token, nonce = string.match(form, "(%S+) (%S+)")
  local body = "choice=confirm&nonce=" .. nonce
  return string.format(
    "POST /c/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: %s\r\n"
      .. "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
    token, source(n), #body, body)
end
