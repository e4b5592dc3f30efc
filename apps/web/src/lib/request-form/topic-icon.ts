import Briefcase from "@lucide/svelte/icons/briefcase";
import Coffee from "@lucide/svelte/icons/coffee";
import HandHelping from "@lucide/svelte/icons/hand-helping";
import Landmark from "@lucide/svelte/icons/landmark";
import MailOpen from "@lucide/svelte/icons/mail-open";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import Recycle from "@lucide/svelte/icons/recycle";
import School from "@lucide/svelte/icons/school";
import Stethoscope from "@lucide/svelte/icons/stethoscope";

const ICONS = new Map([
  ["landmark", Landmark],
  ["mail-open", MailOpen],
  ["recycle", Recycle],
  ["messages-square", MessagesSquare],
  ["school", School],
  ["briefcase", Briefcase],
  ["stethoscope", Stethoscope],
  ["coffee", Coffee],
]);

/** The picture of a topic by its Lucide name; one for all that a network has added itself. */
export const topicIcon = (name: string | null) => ICONS.get(name ?? "") ?? HandHelping;
