// For the plain pages: offers the camera beside their fields.

import { offer } from "./scan.js";

offer();
