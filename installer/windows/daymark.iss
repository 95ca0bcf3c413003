; The installer for Windows, made with Inno Setup 6 of the frozen program:
;     iscc /DVersion=0.1.0 installer\windows\daymark.iss
; For one user and without an administrator. What she recorded is in her own folder of data
; (%LOCALAPPDATA%\daymark) and is left there when the program is removed.

#ifndef Version
  #error Give the version: /DVersion=...
#endif

[Setup]
AppId={{6F0B6C0E-2C43-4C1B-9C57-0E7C52A0D9D1}
AppName=Daymark
AppVersion={#Version}
AppVerName=Daymark {#Version}
AppPublisher=The Daymark authors
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\Daymark
DefaultGroupName=Daymark
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\daymark.ico
UninstallDisplayIcon={app}\Daymark window.exe
OutputDir=..\..\dist
OutputBaseFilename=daymark-{#Version}-windows-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "spanish"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\build\program\daymark\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Daymark"; Filename: "{app}\Daymark window.exe"
Name: "{autodesktop}\Daymark"; Filename: "{app}\Daymark window.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\Daymark window.exe"; Description: "{cm:LaunchProgram,Daymark}"; Flags: nowait postinstall skipifsilent
