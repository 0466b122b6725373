// Calls a server with one of Tencent's own clients. For each line on standard input it makes the calls once more and prints what they cost, as one line of JSON.
//   node measure.js tencent|tencent-kept|cos PORT PICTURE CALLS IN_FLIGHT
'use strict';
const { readFileSync } = require('node:fs');
const { Agent } = require('node:http');
const { createInterface } = require('node:readline');
const COS = require('cos-nodejs-sdk-v5');
const { ocr } = require('tencentcloud-sdk-nodejs-ocr');

const [kind, port, file, calls, inFlight] = process.argv.slice(2);
const address = `127.0.0.1:${port}`;
const picture = readFileSync(file);
const keys = ['AKIDsandboxtencent0000000000000000', 'sandbox-tencent-secret-key-00000'];

const call = kind === 'cos' ? cosCall() : tencentCall(kind === 'tencent-kept');

function tencentCall(keepsConnections) {
  const httpProfile = { endpoint: address, protocol: 'http://' };
  if (keepsConnections) {
    httpProfile.agent = new Agent({ keepAlive: true }); // not its default: as it comes it opens a connection for each call
  }
  const client = new ocr.v20181119.Client({ credential: { secretId: keys[0], secretKey: keys[1] }, region: 'ap-singapore', profile: { httpProfile } });
  return async () => {
    const answer = await client.MLIDCardOCR({ ImageBase64: picture.toString('base64'), RetImage: true });
    if (!answer.ID) {
      throw new Error('no card in the answer');
    }
  };
}

function cosCall() {
  const client = new COS({ SecretId: keys[0], SecretKey: keys[1], Domain: address, Protocol: 'http:' });
  const at = { Bucket: 'sandbox-1250000000', Region: 'ap-singapore', ContentType: 'image/jpeg' };
  const Query = { 'ci-process': 'IDCardOCR', CardSide: 'FRONT', Config: JSON.stringify({ CropPortrait: true, CopyWarn: true, Quality: true }) };
  let number = 0;
  return async () => {
    const answer = await client.putObject({ ...at, Key: `id-ocr/${number++}.jpg`, Body: picture, Query });
    if (answer.statusCode !== 200) {
      throw new Error(`status ${answer.statusCode}`);
    }
  };
}

async function round() {
  const [started, before] = [process.hrtime.bigint(), process.cpuUsage()];
  let left = Number(calls);
  const lane = async () => {
    while (left-- > 0) {
      await call();
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, lane));
  const used = process.cpuUsage(before);
  return { cpuSeconds: (used.user + used.system) / 1e6, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
}

(async () => {
  for await (const _ of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await round()));
  }
})();
