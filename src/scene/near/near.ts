/** What only an eye near a rack sees: one chunk, fetched when it comes there. */
export { NearFronts } from './NearFronts.tsx';
export { OpenServer } from './OpenServer.tsx';
export { Technicians } from './Technicians.tsx';
