// What a file is, by its first bytes, and whether the portal takes it: the bounds of the server, told before anything is sent.

const maxBytes = 10 * 1024 * 1024;
const minSide = 15;
const maxSide = 8192;
const maxPixels = 40_000_000;
const advisedSide = 500;

const ascii = (bytes, at, length) => String.fromCharCode(...bytes.subarray(at, at + length));

/** @returns {Promise<{summary: string, problem?: string, advice?: string}>} A problem forbids sending; an advice does not. */
export async function inspect(file) {
  const summary = file.size < 1024 * 1024 ? `${Math.max(1, Math.round(file.size / 1024))} kB` : `${(file.size / 1024 / 1024).toFixed(1)} MB`;
  if (file.size === 0) return { summary: '0 bytes', problem: 'The file is empty. Choose it again, or take a new photo.' };

  const bytes = new Uint8Array(await file.slice(0, 512 * 1024).arrayBuffer());
  const kind = kindOf(bytes);
  if (kind.problem) return { summary, problem: kind.problem };
  if (file.size > maxBytes) return { summary, problem: 'The file is larger than 10 MB. Send it as JPEG, or with fewer pixels.' };

  const size = kind.size(bytes);
  if (!size) return { summary: `${kind.name}, ${summary}` };    // The header is further back than we look; the server tells.
  const [width, height] = size;
  const facts = `${kind.name}, ${width} × ${height}, ${summary}`;
  if (Math.min(width, height) < minSide) return { summary: facts, problem: `The picture is only ${width} × ${height} pixels. Take a new photo, close to the document.` };
  if (Math.max(width, height) > maxSide) return { summary: facts, problem: `The picture is ${width} × ${height} pixels; at most ${maxSide} a side can be taken. Make it smaller, or take a new photo.` };
  if (width * height > maxPixels) return { summary: facts, problem: 'The picture has more than 40 megapixels. Make it smaller, or take a new photo.' };
  if (Math.min(width, height) < advisedSide) return { summary: facts, advice: `The shorter side has ${Math.min(width, height)} pixels; from ${advisedSide} on it reads better.` };
  return { summary: facts };
}

function kindOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { name: 'JPEG', size: jpegSize };
  if (bytes[0] === 0x89 && ascii(bytes, 1, 3) === 'PNG') return { name: 'PNG', size: pngSize };
  if (ascii(bytes, 0, 2) === 'BM') return { name: 'BMP', size: bmpSize };
  if (ascii(bytes, 0, 4) === 'II*\0' || ascii(bytes, 0, 4) === 'MM\0*') return { name: 'TIFF', size: tiffSize };
  if (ascii(bytes, 4, 4) === 'ftyp') {
    return { problem: /hei|hev|mif|msf|avif/.test(ascii(bytes, 8, 4))
      ? 'This is a HEIC picture. Choose “Most compatible” in the camera settings, or send it as JPEG.'
      : 'This is a video. Send a photo as JPEG.' };
  }
  if (ascii(bytes, 0, 5) === '%PDF-') return { problem: 'This is a PDF. Send a photo of the document, or export the page as JPEG.' };
  if (ascii(bytes, 0, 4) === 'GIF8') return { problem: 'This is a GIF. Send the picture as JPEG or PNG.' };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return { problem: 'This is a WebP picture. Send it as JPEG or PNG.' };
  if (/<svg|<\?xml|<!doctype/i.test(ascii(bytes, 0, Math.min(512, bytes.length)))) return { problem: 'This is a drawing or a web page, not a photo. Send a photo as JPEG.' };
  return { problem: 'This is not a picture that can be read here. Send a JPEG, PNG, BMP or TIFF.' };
}

const view = bytes => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function pngSize(bytes) {
  return bytes.length < 24 ? null : [view(bytes).getUint32(16), view(bytes).getUint32(20)];
}

function bmpSize(bytes) {
  if (bytes.length < 26) return null;
  const old = view(bytes).getUint32(14, true) === 12;
  return old ? [view(bytes).getUint16(18, true), view(bytes).getUint16(20, true)] : [Math.abs(view(bytes).getInt32(18, true)), Math.abs(view(bytes).getInt32(22, true))];
}

function jpegSize(bytes) {
  const data = view(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === 0xff) { at++; continue; }
    // Start of frame, in any of its forms (C4, C8 and CC are other things).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return [data.getUint16(at + 7), data.getUint16(at + 5)];
    at += 2 + data.getUint16(at + 2);
  }
  return null;
}

function tiffSize(bytes) {
  const data = view(bytes);
  const little = bytes[0] === 0x49;
  const directory = data.getUint32(4, little);
  if (directory + 2 > bytes.length) return null;
  const found = {};
  const count = data.getUint16(directory, little);
  for (let i = 0, at = directory + 2; i < count && at + 12 <= bytes.length; i++, at += 12) {
    const tag = data.getUint16(at, little);
    if (tag === 256 || tag === 257) found[tag] = data.getUint16(at + 2, little) === 3 ? data.getUint16(at + 8, little) : data.getUint32(at + 8, little);
  }
  return found[256] && found[257] ? [found[256], found[257]] : null;
}
