import { type CSSProperties, createContext, useContext } from 'react';
import type { BriefingPicture, DrawnPicture } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { Told } from './Told.tsx';

/** Where the pixels of each picture are, as addresses of this page; one that is still coming is not among them. */
export const PictureAddresses = createContext<ReadonlyMap<RecordId, string>>(new Map());

/** Most room on A4 within the margins, millimetres: two stand on a page, each with its words. */
const ROOM = { width: 184, height: 115 } as const;
/** CSS: a pixel is 1/96 inch. */
const MM_PER_PIXEL = 25.4 / 96;

/** A picture of a note: upright, no larger than the page and never enlarged, with its words under it. */
export function Picture({ picture: { attachment, alt, caption, drawn } }: { picture: BriefingPicture }) {
  const address = useContext(PictureAddresses).get(attachment);
  if (drawn === null) return null;
  const { box, image } = layOut(drawn);
  return (
    <figure className="bp-picture">
      <div className="bp-frame" style={box}>
        {address && <img src={address} alt={alt} style={image} />}
      </div>
      <figcaption>
        <Told text={caption} />
      </figcaption>
    </figure>
  );
}

/** Size and turn of a picture: its box stands upright, the picture in it is turned about its middle. */
function layOut({ width, height, turn, mirrored }: DrawnPicture): {
  box: CSSProperties;
  image: CSSProperties;
} {
  const isOnSide = turn === 90 || turn === 270;
  const [shownWidth, shownHeight] = isOnSide ? [height, width] : [width, height];
  const scale = Math.min(MM_PER_PIXEL, ROOM.width / shownWidth, ROOM.height / shownHeight);
  const mm = (pixels: number) => `${Math.max(0.3, pixels * scale)}mm`;
  const transform = `translate(-50%, -50%) rotate(${turn}deg) scaleX(${mirrored ? -1 : 1})`;
  return {
    box: { width: mm(shownWidth), height: mm(shownHeight) },
    image: { width: mm(width), height: mm(height), transform },
  };
}
