import { describe, expect, it } from 'vitest';
import { type Light, LIGHTS } from '../../src/scene/shading/look.ts';
import { applyLight, createViewUniforms, sunDirection } from '../../src/scene/shading/shared.ts';

/** The light for an eye outside (0) or inside (1) of a hall whose lamps burn or not. */
function lightAt(light: Light, inside: number, burns: number) {
  const view = createViewUniforms();
  applyLight(view, light, inside, burns > 0);
  return view;
}
const { night, model } = LIGHTS;

describe('the light in a hall at night', () => {
  it('is a lamp above where the hall has lamps that burn, and no moon', () => {
    const lit = lightAt(night, 1, 1);
    expect(lit.uSunInSky.value.y).toBeGreaterThan(0.8);
    expect(lit.uSunInSky.value.length()).toBeCloseTo(1);
    expect(lit.uSunLight.value.b).toBeGreaterThan(lightAt(night, 0, 1).uSunLight.value.b);
    const dark = lightAt(night, 1, 0);
    expect(dark.uSunLight.value.getHex()).toBe(0);
  });

  it('leaves the moon to whoever stands outside, and the sun to the model', () => {
    const moon = sunDirection(night.sunBearing, night.sunElevation);
    expect(lightAt(night, 0, 1).uSunInSky.value.distanceTo(moon)).toBeLessThan(1e-6);
    for (const burns of [0, 1]) {
      const [inside, outside] = [lightAt(model, 1, burns), lightAt(model, 0, burns)];
      expect(inside.uSunInSky.value).toEqual(outside.uSunInSky.value);
      expect(inside.uSunLight.value).toEqual(outside.uSunLight.value);
    }
  });
});
