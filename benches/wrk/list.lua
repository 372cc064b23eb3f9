-- GET of a page of the list of signers, each time by somebody else: one source may turn 60 a minute.
require("report")

local n = 0

function request()
  n = n + 1
  local source = string.format("%d.%d.%d.7", 1 + math.floor(n / 65536) % 120, math.floor(n / 256) % 256, n % 256)
  return wrk.format("GET", nil, { ["X-Forwarded-For"] = source })
end
