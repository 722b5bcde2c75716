using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Storage;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>Each package says what the errors of its database mean.</summary>
public sealed class StorageFaultTests
{
    [Theory]
    [InlineData("57P01", true, "The database ended the connection")]
    [InlineData("57P02", true, "The database ended the connection")]
    [InlineData("57P03", true, "The database is starting up or shutting down")]
    [InlineData("57P05", true, "The database failed")]
    [InlineData("53100", true, "The database has no space left")]
    [InlineData("53300", true, "The database failed")]
    [InlineData("55P03", true, "Another session holds a lock in the database")]
    [InlineData("08006", true, "The connection to the database was lost")]
    [InlineData("40001", true, "The database undid the transaction in favour of another")]
    [InlineData("23505", false, "The database refused a row by a constraint")]
    [InlineData("28P01", false, "The database refused the user")]
    [InlineData("42501", false, "The database's user lacks a right")]
    [InlineData("42601", false, "The database failed")]
    public void Errors_of_PostgreSQL_mean_what_its_codes_say(string state, bool isTransient, string description)
    {
        StorageFaults faults = Of(ppcAds => ppcAds.UsePostgreSql("Host=nowhere"));
        var exception = new PostgresException("no", "ERROR", "ERROR", state);

        (faults.IsTransient(exception), faults.Describe(exception)).Should().Be((isTransient, description));
    }

    [Fact]
    public void A_server_of_PostgreSQL_that_does_not_answer_may_do_so_later()
    {
        StorageFaults faults = Of(ppcAds => ppcAds.UsePostgreSql("Host=nowhere"));
        var exception = new NpgsqlException("no", new IOException("cut"));

        (faults.IsTransient(exception), faults.Describe(exception)).Should()
            .Be((true, "The database cannot be reached, or does not answer"));
    }

    [Theory]
    [InlineData(5, true, "Another process writes to the database")]
    [InlineData(6, true, "Another process writes to the database")]
    [InlineData(13, false, "The database failed")]
    [InlineData(19, false, "The database failed")]
    public void Errors_of_SQLite_mean_what_its_result_codes_say(int code, bool isTransient, string description)
    {
        StorageFaults faults = Of(ppcAds => ppcAds.UseSqlite("Data Source=nowhere.db"));
        var exception = new SqliteException("no", code);

        (faults.IsTransient(exception), faults.Describe(exception)).Should().Be((isTransient, description));
    }

    [Fact]
    public void A_connection_that_was_lost_in_a_rollback_is_worth_another_try_on_each_database()
    {
        DbException lost = new LostConnectionException();

        StorageFaults[] all =
            [Of(ppcAds => ppcAds.UsePostgreSql("Host=nowhere")), Of(ppcAds => ppcAds.UseSqlite("Data Source=nowhere.db"))];
        foreach (StorageFaults faults in all)
        {
            (faults.IsTransient(lost), faults.Describe(lost)).Should().Be((true, "The connection to the database was lost"));
        }
    }

    private static StorageFaults Of(Action<IPpcAdsBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddScannedPpcAds());
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<StorageFaults>();
    }
}
