package io.mostik.pbx.webhooks;

import java.util.List;

/** What the SDK looks for in a push, with the names under which it looks by default. */
public enum CallField {
    /** Who called. */
    CALLER("caller", "caller,callerid,caller_number,from,src,source,cid,hivo,hivoszam"),
    /** Who was called. */
    CALLED("called", "called,called_number,callee,to,dst,destination,did,hivott,hivottszam"),
    /** The party outside, where a PBX names that one alone: the caller or the called, by the direction. */
    REMOTE("remote", ""),
    /** The customer's own number, where a PBX names it beside {@link #REMOTE}: the called or the caller, by the direction. */
    OWN("own", ""),
    /** The word that says what has happened. */
    EVENT("event", ""),
    /** When it has happened: the start, the answer or the end of the call, by the event word. */
    EVENT_TIME("eventTime", ""),
    /** The id of all parts of a call, where each part has an id of its own. */
    LINKED_ID("linkedId", ""),
    /** The id of a part of a call. */
    LEG_ID("legId", ""),
    /** The number by which the PBX orders its pushes. */
    SEQUENCE("sequence", ""),
    /** The PBX's id of the call. */
    CALL_ID("callId", "id,callid,call_id,uniqueid,uuid"),
    /** When an incoming call began. */
    TIME("time", "time,timestamp,start,date"),
    /** Which way the call went. */
    DIRECTION("direction", "direction,dir,type,call_type,irany"),
    /** The extension that took part. */
    EXTENSION("extension", "extension,ext,user_extension,mellek"),
    /** The name of its user. */
    USER_NAME("userName", "user,username,agent,user_name"),
    /** The queue. */
    QUEUE("queue", "queue,queue_name,group,sor"),
    /** When the call began. */
    STARTED_AT("startedAt", "start,start_time,started_at,calldate,date,kezdet"),
    /** When somebody took it. */
    ANSWERED_AT("answeredAt", "answer,answer_time,answered_at"),
    /** When it ended. */
    ENDED_AT("endedAt", "end,end_time,ended_at,hangup_time,vege"),
    /** How long it lasted in all. */
    DURATION("duration", "duration,total_duration,hossz"),
    /** How long people talked. */
    TALK_TIME("talkTime", "billsec,talk,talk_time,talk_duration,beszelgetes"),
    /** How long the caller waited. */
    WAIT_TIME("waitTime", "wait,wait_time,ring,ring_duration,ring_time"),
    /** How it ended. */
    STATUS("status", "status,disposition,result,allapot"),
    /** Why it ended. */
    HANGUP_CAUSE("hangupCause", "hangup_cause,cause,dc"),
    /** The phones that rang. */
    LEGS("legs", "legs,segments,parts,events"),
    /** The coded id of the recording. */
    RECORDING_ID("recordingId", "recording/id,recording_id,record_id,rec_id,recordingid,reference_id,hangfile_id"),
    /** The address of the recording. */
    RECORDING_URL("recordingUrl", ""),
    /** The recording itself, in BASE64. */
    RECORDING_DATA("recordingData", "recording/data,recording/content,recording_base64,audio,file,hangfile"),
    /** The format of the recording. */
    RECORDING_FORMAT("recordingFormat", "recording/format,recording/mime,recording/content_type,recording_format"),
    /** The name of the recording. */
    RECORDING_NAME("recordingName", "recording/name,recording/filename,recording_name");

    private final String setting;
    private final String names;

    CallField(String setting, String names) {
        this.setting = setting;
        this.names = names;
    }

    /** Returns its name in a file of settings. */
    public String setting() {
        return setting;
    }

    /** Returns the default names, as paths with slashes; the first that is not empty counts. */
    public List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    }
}
