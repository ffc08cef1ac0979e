/**
 * `focal-point`: a click on the picture of a photo fills in the two fields; a mark shows the point, and the picture beside it
 * how the photo is cropped around it. The fields stay: the keyboard has them.
 *
 *     <fieldset data-behaviour="focal-point"> <div data-part="picture"><img></div> <div data-part="crop"><img></div>
 *       <p data-part="click" hidden>…</p> <input name="focalX"> <input name="focalY"> </fieldset>
 */
import { cropAround, positionPercent } from '../article/photo-crop.ts'
import { SHARE_PICTURE_PX } from '../article/share-picture.ts'

export function startFocalPoint(): void {
  const group = document.querySelector<HTMLElement>('[data-behaviour~="focal-point"]')
  const picture = group?.querySelector<HTMLImageElement>('[data-part="picture"] img')
  const fieldX = group?.querySelector<HTMLInputElement>('[name="focalX"]')
  const fieldY = group?.querySelector<HTMLInputElement>('[name="focalY"]')
  if (!group || !picture || !fieldX || !fieldY) return
  const crop = group.querySelector<HTMLImageElement>('[data-part="crop"] img')
  const mark = document.createElement('span')
  picture.after(mark)
  group.querySelector('[data-part="click"]')?.removeAttribute('hidden')
  // The same picture, cut by the browser: it follows every change at once.
  if (crop) crop.src = picture.src

  // As written, not as shown: the shape is what counts.
  const size = { width: Number(picture.getAttribute('width')), height: Number(picture.getAttribute('height')) }

  const show = () => {
    const [focalX, focalY] = [percentIn(fieldX), percentIn(fieldY)]
    mark.hidden = focalX === undefined || focalY === undefined
    if (focalX === undefined || focalY === undefined) return
    mark.style.left = `${focalX}%`
    mark.style.top = `${focalY}%`
    const { x, y } = positionPercent(cropAround({ ...size, focalX, focalY }, SHARE_PICTURE_PX), size)
    if (crop) crop.style.objectPosition = `${x}% ${y}%`
  }
  picture.addEventListener('click', ({ offsetX, offsetY }) => {
    fieldX.value = String(Math.round((100 * offsetX) / picture.clientWidth))
    fieldY.value = String(Math.round((100 * offsetY) / picture.clientHeight))
    show()
  })
  group.addEventListener('input', show)
  show()
}

function percentIn(field: HTMLInputElement): number | undefined {
  return /^(?:100|\d{1,2})$/.test(field.value.trim()) ? Number(field.value) : undefined
}
