-- A token bucket: KEYS[1] the bucket; ARGV tokens a second, burst, tokens to take.
-- Answers {1 when taken, whole tokens left, milliseconds until there is enough}.
-- Only what was left and when is kept, and only until the bucket would be full again.
local rate, burst, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local level = burst
if kept[1] then
  level = math.min(burst, tonumber(kept[1]) + math.max(0, now - tonumber(kept[2])) * rate / 1000)
end

local taken, wait = 0, 0
if level >= cost then
  taken = 1
  level = level - cost
else
  wait = math.ceil((cost - level) * 1000 / rate)
end

redis.call('HSET', KEYS[1], 'tokens', tostring(level), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], math.ceil((burst - level) * 1000 / rate) + 1000)
return { taken, math.floor(level), wait }
