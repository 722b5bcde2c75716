using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;
using PpcAds.Sdk.Benchmarks.Techniques.Reading;
using PpcAds.Sdk.Benchmarks.Techniques.Sqlite;

namespace PpcAds.Sdk.Benchmarks.Techniques;

internal static class TechniqueFactory
{
    public static Technique Create(RunRequest request) => request.Technique switch
    {
        TechniqueNames.SdkRead => new SdkRead(request),
        TechniqueNames.SerializerRead => new SerializerRead(request),
        TechniqueNames.DocumentRead => new DocumentRead(request),
        TechniqueNames.SdkPostgreSql => new SdkPostgreSqlLoad(request),
        TechniqueNames.WideCopy => new WideCopy(request),
        TechniqueNames.OwnCopy => new OwnCopy(request),
        TechniqueNames.BlindUpsert => new BlindUpsert(request),
        TechniqueNames.EfSave => new EfSave(request),
        TechniqueNames.EfFind => new EfFind(request),
        TechniqueNames.Linq2Db => new Linq2DbMerge(request),
        TechniqueNames.SdkSqlite => new SdkSqliteLoad(request),
        TechniqueNames.PreparedInsert => new PreparedInsert(request),
        _ => throw new ArgumentException($"There is no technique {request.Technique}.", nameof(request)),
    };
}
