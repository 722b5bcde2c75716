namespace PpcAds.Sdk.Benchmarks.Pipeline;

/// <summary>The lines of the table.</summary>
internal static class Names
{
    public const string Reading = "gz JSON to typed values";
    public const string PostgreSql = "PostgreSQL";
    public const string Sqlite = "SQLite";
    public const string Small = "PostgreSQL, what else one would write";

    public const string SdkRead = "SDK: ReportRowReader";
    public const string SerializerBest = "DeserializeAsyncEnumerable, best buffer";
    public const string SerializerDefault = "DeserializeAsyncEnumerable, default buffer";
    public const string Document = "JsonDocument";
    public const string FirstLoad = "SDK: gz to table, first load";
    public const string IdenticalReload = "SDK: gz to table, identical reload";
    public const string RestatedReload = "SDK: gz to table, reload with 5% restated";
    public const string OwnCopy = "limit: raw COPY of ready rows of its own";
    public const string WideCopy = "raw COPY of ready wide rows";
    public const string BlindUpsert = "blind upsert of identical ready wide rows";
    public const string SqliteLoad = "SDK: gz to SQLite, first load";
    public const string SqliteInsert = "prepared insert of ready wide rows";
    public const string SmallFirst = "SDK: first load, few rows";
    public const string SmallRestated = "SDK: reload with 5% restated, few rows";
    public const string EfSave = "EF Core AddRange, SaveChanges per 1,000";
    public const string EfFind = "EF Core find-then-update, SaveChanges per 1,000";
    public const string Linq2Db = "linq2db BulkCopy and Merge per 50,000";
}
