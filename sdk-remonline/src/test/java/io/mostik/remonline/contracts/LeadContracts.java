package io.mostik.remonline.contracts;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.SortDirection;
import io.mostik.remonline.inquiries.LeadQuery;
import io.mostik.remonline.inquiries.LeadUpdate;
import io.mostik.remonline.inquiries.NewLead;
import io.mostik.remonline.tasks.NewTask;
import io.mostik.remonline.tasks.RelatedObject;
import io.mostik.remonline.tasks.RelatedType;
import io.mostik.remonline.tasks.TaskQuery;
import java.time.Instant;
import java.util.List;

/** What is sent and read. Answers lie beside, in files named after the operation. */
final class LeadContracts {

    static final List<Contract<RemOnline>> ALL = List.of(
            Contract.<RemOnline>of(
                    "inquiries.list",
                    "GET /v2/inquiries?page=1",
                    api -> api.inquiries().list().toList().get(0).id(),
                    51L),
            Contract.<RemOnline>of(
                    "inquiries.get",
                    "GET /v2/inquiries/55",
                    api -> api.inquiries().get(55).number().orElse(""),
                    "L-55"),
            Contract.<RemOnline>of(
                    "leads.list",
                    "GET /lead/?page=1&statuses%5B%5D=1&statuses%5B%5D=2&created_at%5B%5D=1767250800123",
                    api -> api.leads()
                            .list(LeadQuery.builder()
                                    .addStatuses(1, 2)
                                    .createdSince(Instant.parse("2026-01-01T07:00:00.123Z"))
                                    .build())
                            .toList()
                            .get(0)
                            .createdAt()
                            .orElseThrow(),
                    Instant.parse("2026-01-01T08:00:00Z")),
            Contract.<RemOnline>of(
                            "leads.create",
                            "POST /lead/",
                            api -> api.leads()
                                    .create(NewLead.builder()
                                            .leadtypeId(2)
                                            .contactPhone("+380500000001")
                                            .contactName("Ira")
                                            .isUrgent(true)
                                            .build())
                                    .id(),
                            51L)
                    .sending(
                            "{\"leadtype_id\": 2, \"contact_phone\": \"+380500000001\", \"contact_name\": \"Ira\", \"is_urgent\": true}"),
            Contract.<RemOnline>of(
                            "leads.update",
                            "PUT /lead/",
                            Contract.done(api -> api.leads()
                                    .update(LeadUpdate.builder()
                                            .leadId(51)
                                            .statusId(2)
                                            .description("more")
                                            .build())),
                            "")
                    .sending("{\"lead_id\": 51, \"status_id\": 2, \"description\": \"more\"}"),
            Contract.<RemOnline>of(
                            "leads.setStatus",
                            "POST /lead/status/",
                            Contract.done(api -> api.leads().setStatus(51, 2)),
                            "")
                    .sending("{\"lead_id\": 51, \"status_id\": 2}"),
            Contract.<RemOnline>of(
                            "leads.comment",
                            "POST /lead/51/comments",
                            Contract.done(api -> api.leads().comment(51, "called", true)),
                            "")
                    .sending("{\"message\": \"called\", \"is_private\": true}"),
            Contract.<RemOnline>of(
                    "leads.types",
                    "GET /lead/types/",
                    api -> api.leads().types().get(0).name().orElse(""),
                    "Call"),
            Contract.<RemOnline>of(
                    "leads.statuses",
                    "GET /statuses/leads",
                    api -> api.leads().statuses().get(0).name().orElse(""),
                    "New"),
            Contract.<RemOnline>of(
                    "leads.customFields",
                    "GET /lead/custom-fields/?leadtype_id=2",
                    api -> api.leads().customFields(2).get(0).id(),
                    7L),
            Contract.<RemOnline>of(
                    "marketing.campaigns",
                    "GET /marketing/campaigns/",
                    api -> api.marketing().campaigns().get(0).branchIds(),
                    List.of(3301L)),
            Contract.<RemOnline>of(
                    "tasks.list",
                    "GET /tasks?page=1&assignee_ids%5B%5D=7001&deadline_at%5B%5D=1770282000123&sort_dir=asc",
                    api -> api.tasks()
                            .list(TaskQuery.builder()
                                    .addAssigneeIds(7001)
                                    .deadlineSince(Instant.parse("2026-02-05T09:00:00.123Z"))
                                    .sortDir(SortDirection.ASCENDING)
                                    .build())
                            .toList()
                            .get(0)
                            .relObj()
                            .orElseThrow()
                            .type()
                            .orElseThrow(),
                    RelatedType.ORDER),
            Contract.<RemOnline>of(
                    "tasks.get",
                    "GET /tasks/41",
                    api -> api.tasks().get(41).title().orElse(""),
                    "Call back"),
            Contract.<RemOnline>of(
                            "tasks.create",
                            "POST /tasks",
                            api -> api.tasks()
                                    .create(NewTask.builder()
                                            .title("Call back")
                                            .deadline(Instant.parse("2026-02-05T09:00:00.123Z"))
                                            .addAssignees(7001)
                                            .relObj(RelatedObject.builder()
                                                    .id(7)
                                                    .type(RelatedType.ORDER)
                                                    .build())
                                            .build())
                                    .id(),
                            41L)
                    .sending(
                            "{\"title\": \"Call back\", \"deadline\": \"2026-02-05T09:00:00Z\", \"assignees\": [7001], \"rel_obj\": {\"id\": 7, \"type\": 2}}"),
            Contract.<RemOnline>of(
                            "tasks.update",
                            "PUT /tasks/41",
                            Contract.done(api -> api.tasks()
                                    .update(
                                            41,
                                            NewTask.builder()
                                                    .title("Call back")
                                                    .deadline(Instant.parse("2026-02-05T09:00:00.123Z"))
                                                    .addAssignees(7001)
                                                    .relObj(RelatedObject.builder()
                                                            .id(7)
                                                            .type(RelatedType.ORDER)
                                                            .build())
                                                    .build())),
                            "")
                    .sending(
                            "{\"title\": \"Call back\", \"deadline\": \"2026-02-05T09:00:00Z\", \"assignees\": [7001], \"rel_obj\": {\"id\": 7, \"type\": 2}}"),
            Contract.<RemOnline>of(
                    "tasks.close",
                    "POST /tasks/41/close",
                    Contract.done(api -> api.tasks().close(41)),
                    ""),
            Contract.<RemOnline>of(
                    "tasks.reopen",
                    "POST /tasks/41/reopen",
                    Contract.done(api -> api.tasks().reopen(41)),
                    ""),
            Contract.<RemOnline>of(
                            "tasks.comment",
                            "POST /tasks/41/comments",
                            Contract.done(api -> api.tasks().comment(41, "done", false)),
                            "")
                    .sending("{\"message\": \"done\", \"is_private\": false}"));

    private LeadContracts() {}
}
