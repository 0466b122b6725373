// Calls the sandbox with Tencent's own clients and prints what they made of it, as one line of JSON.
//   node call.js PORT TENCENT_ID TENCENT_SECRET COS_ID COS_SECRET BUCKET REGION PICTURE_BASE64
'use strict';
const COS = require('cos-nodejs-sdk-v5');
const { ocr } = require('tencentcloud-sdk-nodejs-ocr');

const [port, tencentId, tencentSecret, cosId, cosSecret, Bucket, Region, picture] = process.argv.slice(2);
const address = `127.0.0.1:${port}`;

const outcome = (promise) => promise.then((answer) => ({ answer }), (error) => ({ code: error.code ?? String(error) }));

async function main() {
  const api = new ocr.v20181119.Client({
    credential: { secretId: tencentId, secretKey: tencentSecret },
    region: 'ap-singapore',
    profile: { httpProfile: { endpoint: address, protocol: 'http://' } },
  });
  const cos = new COS({ SecretId: cosId, SecretKey: cosSecret, Domain: address, Protocol: 'http:' });
  const at = { Bucket, Region, Key: 'cards/ខ្មែរ 1.png' };
  const Query = { 'ci-process': 'IDCardOCR', CardSide: 'FRONT', Config: JSON.stringify({ CropPortrait: true, Quality: true }) };
  const results = {
    recognise: await outcome(api.MLIDCardOCR({ ImageBase64: picture, RetImage: true })),
    put: await outcome(cos.putObject({ ...at, Body: Buffer.from(picture, 'base64'), ContentType: 'image/png', Query })),
    get: await outcome(cos.request({ ...at, Method: 'GET', Query, RawBody: true }).then((data) => ({ statusCode: data.statusCode, body: String(data.Body) }))),
    remove: await outcome(cos.deleteObject(at)),
  };
  console.log(JSON.stringify(results));
}

main();
