import { type Colour, FONTS, type FontId, type Measure } from './display-list.ts';

/** Colours and letters as they are on the host now. */
export interface Theme {
  /** Value of a token; black for one that is not defined, so that a missing token is seen. */
  colour(token: Colour): string;
  /** CSS font of a text. */
  font(id: FontId): string;
}

/** Reads tokens from an element as they are asked for; make a new one when the theme changes. */
export function readTheme(host: HTMLElement): Theme {
  const style = getComputedStyle(host);
  const family = style.getPropertyValue('--font').trim() || style.fontFamily;
  const colours = new Map<Colour, string>();
  return {
    colour(token) {
      let value = colours.get(token);
      if (value === undefined) {
        value = style.getPropertyValue(token).trim() || '#000000';
        colours.set(token, value);
      }
      return value;
    },
    font: (id) => fontOf(id, family),
  };
}

/** CSS font shorthand of a font id. */
function fontOf(id: FontId, family: string): string {
  return `${FONTS[id].weight} ${FONTS[id].sizePx}px ${family}`;
}

const MOST_REMEMBERED = 20_000;

/** Measures with a canvas and remembers; make a new one when the letters change (a font that finished loading). */
export function createMeasure(theme: Theme): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  let current = '';
  return (text, font) => {
    const key = `${font}\n${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    if (known.size > MOST_REMEMBERED) known.clear();
    const css = theme.font(font);
    if (context && css !== current) {
      context.font = css;
      current = css;
    }
    const measured = context ? context.measureText(text).width : text.length * FONTS[font].sizePx * 0.55;
    known.set(key, measured);
    return measured;
  };
}
