using System.Data.Common;
using PpcAds.Sdk;

namespace QuickStart.Store;

/// <summary>Where the rows go, and how its SQL says what the databases say differently.</summary>
internal interface IStore
{
    /// <summary>What people read: a file, or server and database without the password.</summary>
    string Name { get; }

    /// <summary>The argument that named it.</summary>
    string Argument { get; }

    /// <summary>What to do when it cannot be used.</summary>
    string Remedy { get; }

    /// <summary>Refuses what cannot be or must not be used, before anything is started.</summary>
    /// <exception cref="UnusableDatabaseException">It cannot be used.</exception>
    void Check();

    /// <summary>Whether something was stored before.</summary>
    bool Exists();

    void Register(IPpcAdsBuilder builder);

    /// <summary>A connection for reading.</summary>
    DbConnection Open();

    /// <summary>A sum of money without a rounding.</summary>
    string Sum(string column);

    /// <summary>An amount without a rounding.</summary>
    string Money(string column);

    /// <summary>A day some days before another.</summary>
    string DaysBefore(string day, int days);

    decimal ReadMoney(DbDataReader reader, int column);

    DateOnly ReadDay(DbDataReader reader, int column);

    DateTimeOffset ReadInstant(DbDataReader reader, int column);
}
