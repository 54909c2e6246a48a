import { addressOf } from '../../../layout/address.ts';
import type { Layout } from '../../../layout/layout.ts';

/** A GPU's address as values for the sentence `address.gpu`; `rack` is the place in the row. */
export function addressWords(layout: Layout, gpuNumber: number): Record<string, number> {
  const { hall, row, place, server, gpu } = addressOf(layout, gpuNumber);
  return { hall, row, rack: place, server, gpu };
}
