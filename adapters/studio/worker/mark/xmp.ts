/** What a finished file says of how it came to be, as an XMP packet in the place that its kind keeps for it. The same file gives the same bytes. */
import { crc32 } from 'node:zlib';
import { type MadeBy, sourceTypes } from '../../../../src/generation/provenance/made-by.ts';

export type MarkedType = 'image/jpeg' | 'image/png' | 'video/mp4';

export function withXmp(file: Uint8Array, mediaType: MarkedType, madeBy: MadeBy): Buffer {
  const packet = Buffer.from(packetOf(madeBy), 'utf8');
  switch (mediaType) {
    case 'image/jpeg':
      return inJpeg(Buffer.from(file.buffer, file.byteOffset, file.byteLength), packet);
    case 'image/png':
      return inPng(Buffer.from(file.buffer, file.byteOffset, file.byteLength), packet);
    case 'video/mp4':
      return inMp4(file, packet);
  }
}

const packetOf = (madeBy: MadeBy): string =>
  [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
    ` xmp:CreatorTool="Adwright" Iptc4xmpExt:DigitalSourceType="${sourceTypes[madeBy]}"/>`,
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('');

/** A segment of its own, after the header that some readers want first. */
function inJpeg(file: Buffer, packet: Buffer): Buffer {
  const hasHeader = file.readUInt16BE(2) === 0xff_e0;
  const at = hasHeader ? 4 + file.readUInt16BE(4) : 2;
  const content = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), packet]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([file.subarray(0, at), head, content, file.subarray(at)]);
}

/** A chunk of text right after the header, which always has the same length. */
function inPng(file: Buffer, packet: Buffer): Buffer {
  const at = 33;
  const content = Buffer.concat([Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0', 'latin1'), packet]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([file.subarray(0, at), length, content, sum, file.subarray(at)]);
}

const xmpBox = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');

/** A box at the end, so that nothing before it moves. */
function inMp4(file: Uint8Array, packet: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(head.length + xmpBox.length + packet.length);
  head.write('uuid', 4, 'latin1');
  return Buffer.concat([file, head, xmpBox, packet]);
}
