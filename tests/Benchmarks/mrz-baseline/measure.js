// Reads passports' zones as JSON from standard input ([[line 1, line 2], …]), parses them over and over and prints nanoseconds per zone:
// the median of the rounds after a warm-up, as JSON.
import { readFileSync } from 'node:fs';
import { parse } from 'mrz';

const zones = JSON.parse(readFileSync(0, 'utf8'));
const rounds = 15;
const perRound = 2000;

let valid = 0;
function round() {
  const started = process.hrtime.bigint();
  for (let i = 0; i < perRound; i++) {
    for (const zone of zones) {
      valid += parse(zone).valid ? 1 : 0;
    }
  }
  return Number(process.hrtime.bigint() - started) / (perRound * zones.length);
}

for (let i = 0; i < 5; i++) {
  round();
}

valid = 0;
const times = Array.from({ length: rounds }, round).sort((a, b) => a - b);
console.log(JSON.stringify({
  nanoseconds: times[Math.floor(rounds / 2)], least: times[0], most: times[rounds - 1],
  valid: valid / (rounds * perRound), zones: zones.length, node: process.version,
}));
