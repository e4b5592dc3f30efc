import ICAL from "ical.js";

export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly stamp: string;
}

/** An `.ics` file as a parser that did not write it understands it. */
export function readCalendar(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const textOf = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name) ?? "");
  const entries = calendar.getAllSubcomponents("vevent").map((component): ReadEntry => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: textOf(component, "status"),
      title: event.summary,
      place: event.location,
      description: event.description,
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      stamp: textOf(component, "dtstamp"),
    };
  });
  return { name: textOf(calendar, "x-wr-calname"), method: textOf(calendar, "method"), entries };
}
