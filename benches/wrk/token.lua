-- GET, each time with another token: wrk ... -- FILE, where FILE has a token a line
require("report")

local tokens, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    tokens[#tokens + 1] = line
  end
end

function request()
  at = at % #tokens + 1
  return wrk.format("GET", nil, { ["OSDI-API-Token"] = tokens[at] })
end
