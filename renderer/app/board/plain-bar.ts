/** A bar of the board before anything is said of it: exact, beginning and ending where it is drawn, and not to be changed. */
export function plainBar(id: string, laneId: string) {
  return {
    id,
    laneId,
    shape: 'bar',
    precision: 'minute',
    uncertain: null,
    uncertainEnd: null,
    storyOrder: 0,
    state: 'normal',
    editable: false,
  } as const;
}
