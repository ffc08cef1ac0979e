import smallUrl from '../fixtures/photo-small.png?inline'
import placeUrl from '../fixtures/photo-with-place.jpg?inline'

async function bytesOf(dataUrl: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(dataUrl)).arrayBuffer())
}

/** 900 × 600 pixels as stored, to be turned by 90 degrees; its Exif names an artist, a camera and a place. */
export const photoWithPlace = () => bytesOf(placeUrl)
/** 300 × 200 pixels. */
export const smallPng = () => bytesOf(smallUrl)
