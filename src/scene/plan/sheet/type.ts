import latin from '../../../../assets/fonts/archivo-latin.woff2?url';

/** The product's own type, as the explorer's style sheet declares it, too. */
export const FAMILY = 'Archivo Rackfield';
/** Milliseconds after which the drawing is shown in the system's type. */
const PATIENCE = 3000;

/**
 * Resolves once the drawing's type is loaded, or cannot be. In a sandbox and on pages of another origin browsers refuse fonts, so none is
 * requested there and the system's type is used. The classic build has no font at all.
 */
export async function loadType(): Promise<void> {
  const isKnown = [...document.fonts].some(({ family }) => family.replace(/["']/g, '') === FAMILY);
  if (!isKnown) {
    if (!latin || new URL(latin, location.href).origin !== self.origin) return;
    document.fonts.add(new FontFace(FAMILY, `url("${latin}")`, { weight: '400 700' }));
  }
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  const all = [500, 700].map((weight) => document.fonts.load(`${weight} 16px '${FAMILY}'`));
  await Promise.race([Promise.allSettled(all), late]);
}
