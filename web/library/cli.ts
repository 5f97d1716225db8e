#!/usr/bin/env node
import { respond } from './answer';
import { command } from './command';

await respond(await command(process.argv.slice(2)));
