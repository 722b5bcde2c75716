namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>What there is to measure.</summary>
internal static class TechniqueNames
{
    public const string SdkRead = "read-sdk";
    public const string SerializerRead = "read-serializer";
    public const string DocumentRead = "read-document";
    public const string SdkPostgreSql = "postgresql-sdk";
    public const string WideCopy = "postgresql-copy-wide";
    public const string OwnCopy = "postgresql-copy-own";
    public const string BlindUpsert = "postgresql-upsert";
    public const string EfSave = "postgresql-ef-save";
    public const string EfFind = "postgresql-ef-find";
    public const string Linq2Db = "postgresql-linq2db";
    public const string SdkSqlite = "sqlite-sdk";
    public const string PreparedInsert = "sqlite-insert";
}
