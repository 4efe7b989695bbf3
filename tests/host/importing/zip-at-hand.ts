/** A zip of a few files, written by hand: for tests of what is packed. */

import { crc32, deflateRawSync } from 'node:zlib';

const UTF8_NAMES = 0x800;
const DEFLATED = 8;

interface Packed {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** The fields that stand before a file and in the directory alike. */
function facts({ name, data, size, crc }: Packed): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(UTF8_NAMES, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(data.length, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

/** Name → content. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const packed = Object.entries(files).map(([name, content]): Packed => {
    return { name: Buffer.from(name), data: deflateRawSync(content), size: content.length, crc: crc32(content) };
  });
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of packed) {
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts(file), file.name, file.data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), facts(file), rest, file.name]),
    );
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}
