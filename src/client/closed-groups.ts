/**
 * A browser that finds something wrong in a group that is closed has nowhere to say so, and "save" would do nothing: the
 * group opens, and the browser leads there.
 */
export function startClosedGroups(form: HTMLFormElement): void {
  const open = ({ target }: Event) => {
    const group = target instanceof Element ? target.closest('details') : null
    if (group) group.open = true
  }
  form.addEventListener('invalid', open, { capture: true }) // it does not bubble
}
