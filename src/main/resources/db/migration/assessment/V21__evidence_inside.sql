-- Whether the position in a photo lay in the community when it was added; null when it carried none or the community had no outline.
-- The position itself is not kept.
alter table assessment.answer_evidence add column inside boolean;
